package org.acmconversation.engine.model;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate that calls another system and must run in a separate job. */
public interface RemoteDelegate extends JavaDelegate {}
