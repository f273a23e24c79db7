/** How well it goes. */
package dev.touchstone.benchmark;
