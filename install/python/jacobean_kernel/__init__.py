"""The Java kernel Jacobean as a Python package: its kernelspec, and how a front end starts it."""
