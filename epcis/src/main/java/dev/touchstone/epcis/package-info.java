/** What happened. */
package dev.touchstone.epcis;
