/** Stands in for the class of jsplot that opens a browser window. */
package tech.tablesaw.plotly.display;
