/** The people of an engagement: of the customer, of partners and of FastTrack. */
@ApplicationModule(displayName = "Contacts")
@NullMarked
package org.acmconversation.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
