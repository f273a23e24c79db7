/** How a unit wears its name. */
package dev.touchstone.label;
