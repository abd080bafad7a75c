/** The API for saved views, and the forms that save and delete them on the list. */
@NullMarked
package org.acmconversation.savedview.web;

import org.jspecify.annotations.NullMarked;
