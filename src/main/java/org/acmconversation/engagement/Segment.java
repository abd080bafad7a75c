package org.acmconversation.engagement;

/** The customer's market segment. Only ENTERPRISE can be eligible for additional adoption services. */
public enum Segment {
    ENTERPRISE,
    CORPORATE,
    SMB,
    EDUCATION,
    GOVERNMENT,
    NONPROFIT
}
