package io.babeldesk.handoff;

import io.babeldesk.conversation.AgentId;

/** Whether people work at the desk. Safe for use by many threads. */
public interface Staffing {

    /**
     * Whether anybody has ever been at the desk. As long as nobody has, whoever waits is also told how people are reached
     * otherwise.
     */
    boolean isStaffed();

    /** Whether an agent is at her place now. */
    boolean isPresent(AgentId agent);

    /** Whether anybody is at the desk now. */
    boolean isAnyonePresent();

    /** A shop whose desk nobody has been at. */
    Staffing NOBODY = new Staffing() {
        @Override
        public boolean isStaffed() {
            return false;
        }

        @Override
        public boolean isPresent(AgentId agent) {
            return false;
        }

        @Override
        public boolean isAnyonePresent() {
            return false;
        }
    };
}
