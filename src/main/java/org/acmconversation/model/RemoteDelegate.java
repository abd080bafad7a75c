package org.acmconversation.model;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate that calls another system, so that it runs in a job of its own. */
public interface RemoteDelegate extends JavaDelegate {}
