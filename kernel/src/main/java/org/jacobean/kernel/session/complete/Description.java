package org.jacobean.kernel.session.complete;

/** What is known of a name, in two forms. */
public record Description(String plain, String html) {}
