# What is said around the mistakes of a content folder.

check-error = error
check-warning = warning
check-help = help
check-note = note
check-separator = {"; "}
check-only-first-shown = Only the first { $count } problems are shown.
check-problems-found = { $count ->
    [one] 1 problem was found; nothing was written.
   *[other] { $count } problems were found; nothing was written.
}
