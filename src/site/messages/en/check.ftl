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

# Période de réserve.
check-reserve-new = this article would appear in the période de réserve
check-reserve-changed = this article has changed, and it is the période de réserve
check-reserve-found = from { $from } to { $until } nothing may be spread that campaigns (code électoral, art. L. 49)
check-reserve-help = publish it afterwards, with `publish_at = { $until }`; if it is practical information (hours, places, papers to show), write `practical = true`

# Old addresses.
check-alias-taken = this old address is taken
check-alias-taken-found = { $url } is in this site
check-alias-twice-found = { $url } leads to { $page } already
check-alias-taken-help = delete it, or give it to one page only

# The tree of pages.
check-no-parent = the page above is not there
check-parents = this page is too far from the home page
check-parents-found = more than { $most } pages are above it, or it is above itself
check-parents-help = choose another `parent`
