/** How long each lane of the build took, and which test classes took longest. */
package org.acmconversation.lanes;
