-- Equal requests that arrive at once wait for the first of them; H2's own patience of two seconds is for one user.
set default_lock_timeout 10000;
