# Sending: what may have arrived and is sent again.

repeat-mark = (Sent again: ignore it if you have it)
