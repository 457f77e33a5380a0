"""Starts the kernel for a Jupyter front end: with a Java that will do, or an explanation."""
import os

from jupyter_client.provisioning import LocalProvisioner

from . import archive, java


class JacobeanProvisioner(LocalProvisioner):
    """A local process whose first word is found anew at each start.

    A wheel cannot know the JDK of the machine it is installed on, and the JDK may change later. What
    pre_launch raises, the notebook shows in its own dialog.
    """

    async def pre_launch(self, **kwargs):
        program, version = java.find({**os.environ, **kwargs.get("env", {})})
        kwargs = await super().pre_launch(**kwargs)
        command = kwargs["cmd"]
        jar = command[command.index("-jar") + 1]
        file = archive.place(program, version, jar)
        kwargs["cmd"] = [program, *archive.arguments(file, version), *command[1:]]
        archive.make_later(program, jar, file)
        return kwargs

