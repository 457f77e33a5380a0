package org.jacobean.kernel.bridge;

import java.util.function.Supplier;
import org.jacobean.kernel.comm.Comms;
import org.jacobean.kernel.history.History;
import org.jacobean.kernel.io.Input;
import org.jacobean.kernel.io.Outputs;
import org.jacobean.kernel.magic.Magics;
import org.jacobean.kernel.session.Session;

/** The parts of a running kernel; the session is waited for. */
public record Parts(
    Supplier<Session> session,
    Supplier<Magics> magics,
    Outputs outputs,
    Input input,
    Comms comms,
    History history) {}
