"""nbgrader settings of this course; run nbgrader in this folder."""
c = get_config()  # noqa: F821 (nbgrader defines it)

c.CourseDirectory.course_id = "jacobean"

# What replaces a solution: it compiles in a method of any type, and says what is missing.
c.ClearSolutions.code_stub = {
    "java": '// YOUR CODE HERE\nthrow new UnsupportedOperationException("not answered yet");',
    "python": "# YOUR CODE HERE\nraise NotImplementedError()",
}

# A cell that never ends is interrupted and costs its own points; the rest is still graded.
c.ExecutePreprocessor.timeout = 30
c.ExecutePreprocessor.interrupt_on_timeout = True
c.ExecutePreprocessor.allow_errors = True
