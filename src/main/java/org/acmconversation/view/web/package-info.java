/** The API for saved views, and the forms that save and delete them on the list. */
@NullMarked
package org.acmconversation.view.web;

import org.jspecify.annotations.NullMarked;
