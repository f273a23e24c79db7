package dev.touchstone.label;

import dev.touchstone.label.Attempt.Direction;
import dev.touchstone.label.Attempt.Fits;
import dev.touchstone.label.Attempt.Lacks;
import dev.touchstone.label.Drawing.Placed;
import dev.touchstone.label.Drawing.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The symbol left, the text right: heading and fields at the top, the human-readable interpretation at the bottom, both
 * flush with the symbol where they are no higher than it. The symbol's quiet zone may lie in the margin.
 */
record BesideLayout(LabelDesign design, Placed symbol, Caption caption, Grid grid) {

    private static final double LEAST_GAP_MM = 1.5;

    Attempt attempt(double textScale, boolean breaks) {
        double symbolRoom = design.heightMm() - 2 * Math.max(design.marginMm(), symbol.verticalQuietMm());
        if (symbol.heightMm() > symbolRoom + 1e-9) {
            return new Lacks("The symbol", Direction.HIGH, symbol.heightMm(), symbolRoom);
        }
        double symbolX = grid.up(Math.max(design.marginMm(), symbol.quietMm()));
        double overhang = Typeface.OVERHANG * design.largestTextMm();
        double textX = symbolX + symbol.widthMm() + Math.max(LEAST_GAP_MM, symbol.quietMm() + overhang);
        double textWidth = design.widthMm() - design.marginMm() - textX;
        if (textWidth < LEAST_GAP_MM) {
            return new Lacks(
                    "The symbol", Direction.WIDE, symbol.widthMm(), symbol.widthMm() + textWidth - LEAST_GAP_MM);
        }
        Column upper = heading(textWidth, textScale, breaks);
        Column lower = new Column(textWidth, grid);
        lower.elements(symbol.symbol().hri(), design.hri(), textScale, breaks);
        Optional<Lacks> tooWide = Layout.tooWide(upper, lower);
        if (tooWide.isPresent()) {
            return tooWide.get();
        }
        double between = upper.isEmpty() ? 0 : 1.2 * design.hri().at(textScale);
        double textHeight = upper.heightMm() + between + lower.heightMm();
        double textRoom = design.heightMm() - 2 * design.marginMm();
        if (textHeight > textRoom + 1e-9) {
            return new Lacks("The text", Direction.HIGH, textHeight, textRoom);
        }
        return new Fits(place(symbolX, textX, upper, lower, textHeight));
    }

    private Column heading(double widthMm, double textScale, boolean breaks) {
        Column column = new Column(widthMm, grid);
        if (!caption.title().isEmpty()) {
            column.heading(caption.title(), design.title(), textScale, breaks ? Integer.MAX_VALUE : 2, breaks);
            column.gap(0.3 * design.title().at(textScale));
        }
        new Fields(caption.fields(), design.field()).listIn(column, textScale);
        return column;
    }

    private Drawing place(double symbolX, double textX, Column upper, Column lower, double textHeight) {
        double symbolY = grid.nearest((design.heightMm() - symbol.heightMm()) / 2);
        double block = Math.max(symbol.heightMm(), textHeight);
        double top = symbolY + (symbol.heightMm() - block) / 2;
        double lowerTop = upper.isEmpty() ? top + (block - lower.heightMm()) / 2 : top + block - lower.heightMm();
        List<Run> runs = new ArrayList<>(upper.at(textX, top));
        runs.addAll(lower.at(textX, lowerTop));
        return new Drawing(
                design.widthMm(), design.heightMm(), symbol.at(symbolX, symbolY), List.copyOf(runs), List.of());
    }
}
