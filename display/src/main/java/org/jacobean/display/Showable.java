package org.jacobean.display;

/** Something that knows how it looks. */
public interface Showable {
  Bundle show();
}
