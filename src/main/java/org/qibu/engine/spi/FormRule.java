package org.qibu.engine.spi;

import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;

/** What every submitted form is asked after its fields were found right and before it is kept, whatever step it is of. */
public interface FormRule {

    /** @throws FormRefused with a Chinese sentence at the field whose choice is not open in this matter */
    void check(FormCase form, FormValues values);
}
