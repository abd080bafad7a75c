/** Duration of the build's lanes, and the slowest test classes. */
package org.acmconversation.lanes;
