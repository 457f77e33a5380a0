"""Jupyter's own test suite for kernels, with every sample it knows."""
from jupyter_kernel_test import IopubWelcomeTests, KernelTests


class JacobeanTests(KernelTests):
    kernel_name = "jacobean"
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Math.cbr", "matches": {"cbrt("}},
        {"text": "var list = new java.util.LinkedHashM", "matches": {"LinkedHashMap"}},
        {"text": "%lsmag", "matches": {"%lsmagic"}},
    ]
    complete_code_samples = ["1 + 1", "int x = 1;", "void f() {}", "%lsmagic", "// a comment"]
    incomplete_code_samples = ["int f(int x) {", "for (int i = 0; i < 3; i++) {", "int y = (1 +", '"""\ntext']
    invalid_code_samples = ["int = = 2;", "1 +* 2"]
    code_page_something = "%lsmagic?"
    code_generate_error = 'throw new IllegalStateException("boom");'
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"te" + "xt"', "result": "text"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
        {"code": "1 + 2 + 4", "result": "7"},
        {"code": "1 + 2 + 5", "result": "8"},
    ]
    code_display_data = [
        {"code": 'display("shown");', "mime": "text/plain"},
        {"code": '%%html\n<b>bold</b>', "mime": "text/html"},
        {"code": '%%latex\n$x^2$', "mime": "text/latex"},
        {"code": '%%markdown\n*text*', "mime": "text/markdown"},
        {"code": '%%javascript\n1', "mime": "application/javascript"},
    ]
    code_history_pattern = "1 + 2 + 3*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs"
    code_clear_output = "%clear_output"


class JacobeanWelcomeTests(IopubWelcomeTests):
    kernel_name = "jacobean"
    support_iopub_welcome = True


del KernelTests, IopubWelcomeTests      # else they would run by themselves, against another kernel
