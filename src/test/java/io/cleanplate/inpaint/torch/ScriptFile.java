package io.cleanplate.inpaint.torch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes TorchScript files without weights: a stored zip of a pickled module and its code (PyTorch's serialization.md). */
final class ScriptFile {
    private ScriptFile() {}

    /** A module whose forward method has these parameters and this body. */
    static Path write(Path file, String parameters, String body) throws IOException {
        String code = """
                class M(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.M, %s) -> Tensor:
                    %s
                """.formatted(parameters, body);
        // GLOBAL, EMPTY_TUPLE, NEWOBJ, EMPTY_DICT, MARK, "training", False, SETITEMS, BUILD, STOP
        String module = "\u0080\u0002c__torch__\nM\n)\u0081}(X\b\0\0\0training\u0089ub.";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            add(zip, "m/data.pkl", module);
            add(zip, "m/code/__torch__.py", code);
            add(zip, "m/constants.pkl", "\u0080\u0002).");
            add(zip, "m/version", "3\n");
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
