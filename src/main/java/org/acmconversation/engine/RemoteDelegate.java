package org.acmconversation.engine;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate that calls another system and must run in a job of its own. */
public interface RemoteDelegate extends JavaDelegate {}
