"""Parameters of papermill as Java. Papermill finds it by the entry point that the wheel declares."""
import json
import math

from papermill.engines import NBClientEngine
from papermill.translators import Translator, papermill_translators


class JavaTranslator(Translator):
    """Python values as Java literals; arrays where all entries are numbers, else lists and maps."""

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_str(cls, val):
        return json.dumps(val, ensure_ascii=False)

    @classmethod
    def translate_int(cls, val):
        return str(val) if -2**31 <= val < 2**31 else f"{val}L"

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(float(val))
        return "Double.NaN" if math.isnan(val) else f"Double.{'POSITIVE' if val > 0 else 'NEGATIVE'}_INFINITY"

    @classmethod
    def translate_list(cls, val):
        numbers = [v for v in val if isinstance(v, (int, float)) and not isinstance(v, bool)]
        if val and len(numbers) == len(val):
            kind = "double" if any(isinstance(v, float) for v in val) else "int"
            return f"new {kind}[] {{{', '.join(cls.translate(v) for v in val)}}}"
        return f"java.util.Arrays.asList({', '.join(cls.translate(v) for v in val)})"

    @classmethod
    def translate_dict(cls, val):
        entries = ", ".join(f"java.util.Map.entry({cls.translate_str(k)}, {cls.translate(v)})" for k, v in val.items())
        return f"java.util.Map.ofEntries({entries})"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"{'Object' if str_val == 'null' else 'var'} {name} = {str_val};"


papermill_translators.register("java", JavaTranslator)
papermill_translators.register("jacobean", JavaTranslator)


class JavaEngine(NBClientEngine):
    """Papermill's own engine; that papermill loads it is what makes the translator known."""
