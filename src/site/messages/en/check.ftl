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

# The legal notice.
check-notice = the legal notice lacks what the law asks for
check-notice-found = `site.json` does not say: { $fields }
check-notice-publisher-help = add them to `site.json`: the postal address, the telephone number, and who is director of publication (law of 21 June 2004, art. 1-1)
check-notice-host-help = add to `site.json` the name, the postal address and the telephone number of who hosts the site (law of 21 June 2004, art. 1-1)
check-no-notice = this site has no legal notice
check-no-notice-found = no page says who publishes it
check-no-notice-help = begin one with `urne new page "Mentions légales"`, with the lines `{"{{"} publisher {"}}"}` and `{"{{"} host {"}}"}` in its text, and link to it in `footer`
