package dev.touchstone.label;

/** Receives an outline: closed contours of lines and quadratic curves, y upwards, in the units of who traces it. */
interface Pen {

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void quadTo(double controlX, double controlY, double x, double y);

    /** Ends the contour with a line to its start. */
    void close();
}
