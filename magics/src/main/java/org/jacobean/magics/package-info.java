/** What users type after a percent sign. */
package org.jacobean.magics;
