package org.jacobean.magics.general;

import org.jacobean.kernel.extend.MagicException;

/**
 * Whether starting processes is switched off: by the environment variable {@code JACOBEAN_SAFE} or
 * the system property {@code jacobean.safe}. It guards against accidents in shared notebooks, not
 * against malice: Java code can start processes all the same.
 */
final class SafeMode {
  private SafeMode() {}

  static void refuse(String magic) throws MagicException {
    String setting =
        Boolean.getBoolean("jacobean.safe")
            ? "the system property jacobean.safe is true"
            : truthy(System.getenv("JACOBEAN_SAFE"))
                ? "the environment variable JACOBEAN_SAFE is set"
                : "";
    if (!setting.isEmpty()) {
      throw new MagicException(
          magic
              + " is switched off because "
              + setting
              + ". Whoever runs this kernel can unset it; Java code runs as ever");
    }
  }

  static boolean truthy(@org.jspecify.annotations.Nullable String value) {
    return value != null && !value.isBlank() && !value.matches("(?i)0|false|no|off");
  }
}
