package provider

import (
	"context"
	"fmt"
	"time"
)

const (
	available = "available"
	deleted   = "deleted"
	defunct   = "defunct"
)

// defunctPatience is how many intervals a resource may be defunct, counted from the start of the wait: 30 seconds.
const defunctPatience = 6

// jobPatience is how many intervals the deletion of a job or an integration may take: 30 seconds.
const jobPatience = 6

// leastJobPatience is for the short intervals of tests, which a busy machine needs for a single poll.
const leastJobPatience = time.Second

// jobPause is between two polls of such a deletion. The published provider makes none and polls as fast as it can.
const jobPause = 10 * time.Millisecond

// waitFor polls, first at once, until the status is the wanted one. The context has the deadline of the operation.
func (s *session) waitFor(ctx context.Context, what, wanted string, status func() (string, error)) error {
	return s.waitUntil(ctx, what, status, func(status string) bool { return status == wanted })
}

func (s *session) waitUntil(ctx context.Context, what string, poll func() (string, error), done func(status string) bool) error {
	began := time.Now()
	for {
		status, err := poll()
		if err != nil {
			return err
		}
		if done(status) {
			return nil
		}
		if status == defunct && time.Since(began) > defunctPatience*s.poll {
			// As the published provider says it of a cluster.
			return fmt.Errorf("%s entered a defunct state!", what)
		}
		if err := pause(ctx, s.poll); err != nil {
			return fmt.Errorf("error waiting for %s: %w", what, err)
		}
	}
}

// waitForJob waits for the end of a job or an integration.
func (s *session) waitForJob(ctx context.Context, what string, status func() (string, error)) error {
	limited, cancel := context.WithTimeout(ctx, max(jobPatience*s.poll, leastJobPatience))
	defer cancel()
	for {
		current, err := status()
		if err != nil {
			return err
		}
		if current == deleted {
			return nil
		}
		if err := pause(limited, jobPause); err != nil {
			return fmt.Errorf("error waiting for %s: %w", what, err)
		}
	}
}

func pause(ctx context.Context, length time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(length):
		return nil
	}
}
