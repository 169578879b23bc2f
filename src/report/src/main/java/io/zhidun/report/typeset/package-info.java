/** Sets a document as a DOCX or a PDF file. */
@NullMarked
package io.zhidun.report.typeset;

import org.jspecify.annotations.NullMarked;
