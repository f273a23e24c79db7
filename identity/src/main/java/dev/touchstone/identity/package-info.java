/** What a unit is called. */
package dev.touchstone.identity;
