package io.babeldesk.web;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Draws a shopper's picture anew: what was in the file besides the picture, as the place where it was taken or a script,
 * does not come along. Stateless; safe for use by many threads.
 */
final class Picture {

    private static final Set<String> FORMATS = Set.of("JPEG", "png", "gif");

    /** What a phone takes today; a small file can claim to be much larger. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final int LONGEST_SIDE = 2_048;

    /** Decoding takes memory. */
    private static final Semaphore PLACES = new Semaphore(2);

    private Picture() {}

    /** Its bytes are handed on, never compared or changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(String type, byte[] bytes, int width, int height) {}

    /** Empty if it is no picture of a kind that can be shown. */
    static Optional<Drawn> draw(byte[] file) {
        PLACES.acquireUninterruptibly();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean known = FORMATS.contains(reader.getFormatName());
                return known && (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS
                        ? Optional.of(drawn(reader, file))
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Readers throw what they like at broken files.
            return Optional.empty();
        } finally {
            PLACES.release();
        }
    }

    private static Drawn drawn(ImageReader reader, byte[] file) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST_SIDE));
        param.setSourceSubsampling(every, every, 0, 0);
        BufferedImage read = reader.read(0, param);
        boolean photo = reader.getFormatName().equals("JPEG");
        int turns = photo ? Orientation.of(file) : 1;
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean lying = turns >= 5;
        BufferedImage drawn = new BufferedImage(
                lying ? height : width,
                lying ? width : height,
                photo ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform upright = Orientation.upright(turns, width, height);
        upright.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        graphics.drawImage(read, upright, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn, photo ? "jpeg" : "png", out);
        return new Drawn(photo ? "image/jpeg" : "image/png", out.toByteArray(), drawn.getWidth(), drawn.getHeight());
    }

    /** How a camera was held (Exif 2.32, tag 274): 1 upright, 5 to 8 lying on a side. */
    private static final class Orientation {

        private static final int TAG = 0x0112;

        private Orientation() {}

        static AffineTransform upright(int turns, double width, double height) {
            return switch (turns) {
                case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                default -> new AffineTransform();
            };
        }

        /** 1 where the file does not say. */
        static int of(byte[] jpeg) {
            ByteBuffer file = ByteBuffer.wrap(jpeg);
            int at = 2;
            while (at + 4 < jpeg.length && (file.getShort(at) & 0xFF00) == 0xFF00) {
                int length = file.getShort(at + 2) & 0xFFFF;
                boolean exif = file.getShort(at) == (short) 0xFFE1
                        && at + 10 < jpeg.length
                        && file.getInt(at + 4) == 0x45786966;
                if (exif) {
                    return inExif(file.slice(at + 10, Math.min(length - 8, jpeg.length - at - 10)));
                }
                at += 2 + length;
            }
            return 1;
        }

        private static int inExif(ByteBuffer tiff) {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                    return tiff.getShort(entry + 8);
                }
            }
            return 1;
        }
    }
}
