/**
 * The API for drafts of forms, next tasks and people who may get tasks; the API and the page that assign many tasks.
 */
@NullMarked
package org.acmconversation.task.web;

import org.jspecify.annotations.NullMarked;
