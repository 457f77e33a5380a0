package org.jacobean.autodiff.analyze;

import java.util.List;

/**
 * What a called method does to arrays, told to its callers: for each parameter and each depth below
 * it the region it falls in, with the regions it writes; the result's regions last.
 *
 * @param regions one list per parameter and one for the result: class numbers by depth
 * @param written whether the class with a number is written
 * @param foreign whether the class with a number may hold arrays from elsewhere: fields, unknown
 *     code
 */
public record Effects(List<int[]> regions, boolean[] written, boolean[] foreign) {}
