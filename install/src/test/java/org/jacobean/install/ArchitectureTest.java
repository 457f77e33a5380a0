package org.jacobean.install;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house keeps its shape: modules import one way, packages form no cycle. */
class ArchitectureTest {
  private static final String ROOT = "org.jacobean.";

  /** Each module with those of ours it may import; the table of docs/architecture.md. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.of(
          "autodiff", List.of(),
          "tensor", List.of("autodiff"),
          "display", List.of("autodiff", "tensor"),
          "kernel", List.of(),
          "magics", List.of("autodiff", "tensor", "display", "kernel"));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jacobean");

  @Test
  void theHouseIsNotEmpty() {
    for (String module : MAY_IMPORT.keySet()) {
      if (!module.equals("tensor")) {
        assertTrue(
            HOUSE.stream().anyMatch(type -> type.getPackageName().startsWith(ROOT + module)),
            "no class of " + module + " was read");
      }
    }
  }

  @Test
  void modulesImportOnlyThoseBelowThem() {
    MAY_IMPORT.forEach(
        (module, allowed) -> {
          Set<String> forbidden = new TreeSet<>(MAY_IMPORT.keySet());
          forbidden.add("install");
          forbidden.add("spark");
          forbidden.remove(module);
          forbidden.removeAll(allowed);
          String[] packages =
              forbidden.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
          check(
              noClasses()
                  .that(resideInAPackage(ROOT + module + ".."))
                  .should()
                  .dependOnClassesThat(resideInAnyPackage(packages))
                  .allowEmptyShould(true));
        });
  }

  @Test
  void theEngineKnowsOnlyAsmAndTheJdk() {
    check(
        noClasses()
            .that(resideInAPackage(ROOT + "autodiff.."))
            .should()
            .dependOnClassesThat(
                not(
                    resideInAnyPackage(
                        ROOT + "autodiff..",
                        "java..",
                        "javax..",
                        "jdk..",
                        "sun..",
                        "org.objectweb.asm..",
                        "org.jspecify.."))));
  }

  @Test
  void noPackageCycleAnywhere() {
    check(slices().assignedFrom(PACKAGES).should().beFreeOfCycles());
  }

  /** Every package is a slice of its own, a module's root package too. */
  private static final SliceAssignment PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          String name = type.getPackageName();
          return name.startsWith(ROOT) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  @Test
  void noMutableStaticField() {
    Set<String> found =
        HOUSE.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .map(field -> field.getFullName())
            .filter(name -> STATIC_BY_DESIGN.stream().noneMatch(name::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(found.isEmpty(), "mutable static state: " + found);
  }

  /**
   * The tape's classes are defined anew in each traced world: what is static there belongs to one
   * world, and is read by generated code that has no object at hand. Neither has the code that asks
   * in every loop of a cell whether to stop.
   */
  private static final Set<String> STATIC_BY_DESIGN =
      Set.of(
          "org.jacobean.autodiff.trace.tape.", "org.jacobean.kernel.session.load.Interrupts.armed");

  @Test
  void aRuleThatIsBrokenIsSeen() {
    assertFalse(
        noClasses()
            .that(resideInAPackage(ROOT + "kernel.."))
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.."))
            .evaluate(HOUSE)
            .getFailureReport()
            .isEmpty());
  }

  private static void check(ArchRule rule) {
    rule.check(HOUSE);
  }
}
