# What `urne import wordpress` says of an export of WordPress, and of what it makes of it.

## Unreadable files

wordpress-place = line { $line }, column { $column }
wordpress-again-help = export the content again in WordPress ("Tools", "Export", "All content") and give the whole .xml file
wordpress-too-large = it is larger than 512 MB
wordpress-too-large-help = export the site in several files (by year or by author) and import one after the other
wordpress-archive = it is a compressed archive
wordpress-archive-help = unpack it, then import the .xml files in it one after the other
wordpress-wrong-bytes = it is not in { $encoding }, as it says
wordpress-wrong-bytes-help = export it again and do not open it in an editor before; or write into its first line the encoding that it has, such as encoding="windows-1252"
wordpress-unknown-encoding = the encoding "{ $name }" is unknown
wordpress-unknown-encoding-help = export it again: WordPress writes UTF-8
wordpress-no-export = it is no export of WordPress (WXR)
wordpress-doctype = it defines entities itself (DOCTYPE), which WordPress never does
wordpress-doctype-help = this file does not come from the export of WordPress, or somebody has changed it: export it again
wordpress-cut = it ends in the middle
wordpress-malformed = it is not well-formed XML ({ $error })
wordpress-malformed-help = export it again; if the mistake comes back, correct the file in this place with a text editor

## The content folder

wordpress-no-site = there is no site in { $folder }; begin one with `urne new`
wordpress-settings-wrong = site.json has a mistake; `urne check` shows it
wordpress-no-record = { $path } is no longer the record of an import; take it back from a copy
wordpress-refused = the site could no longer be built because of { $path }: { $why }
wordpress-unsettled = the site could no longer be built; `urne check` shows what is wrong already

## On the way

wordpress-progress = { $done } of { $all } texts converted
wordpress-pictures = { $count ->
    [one] { $count } file to bring
   *[other] { $count } files to bring
}
wordpress-checking = Checking the site as it will be

## What is written into texts

wordpress-see-on = See on { $host }
wordpress-untitled = Untitled ({ $id })
wordpress-news = News

## The account

wordpress-account = Import of { $file }
wordpress-account-help = This is what the export holds and what became of it. Work off the list and tick what is done: nothing of this file is published.
wordpress-all = { $file }
wordpress-of = { $kind } / { $status }
wordpress-row = { $what }: { $total } = { $kept } kept + { $converted } converted, to be looked at + { $listed } listed only + { $known } here already
wordpress-others = Files copied into media/: { $copied }. Comments: { $comments }, counted text by text. Categories: { $categories }, tags and other terms: { $terms }. Control characters left out: { $controls }.
wordpress-section = { $title }: { $count }
wordpress-done = The account, to be worked off: { $path }
wordpress-nothing-new = Nothing is new: nothing was written.
wordpress-left = Not imported
wordpress-left-line = { $title } — { $address } (line { $line })
wordpress-left-failed = Could not be imported (see above)
wordpress-left-twice = A second time in the same file
wordpress-left-trash = In the trash of WordPress
wordpress-left-empty = An empty draft that WordPress made itself
wordpress-left-revision = An earlier version of a text
wordpress-left-menu = A line of a menu: write menus into `navigation` of site.json
wordpress-left-shared = A shared block: it is in the texts that show it
wordpress-left-theme = A setting of the theme or of an extension
wordpress-left-kind = Content of an extension ("{ $kind }")
wordpress-left-unused = A file that no imported text uses
wordpress-left-refused = A file that a site may not have
wordpress-left-missing = A file that is not in the folder given with --media
wordpress-file-taken = another file has this name already

## Details

wordpress-letters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
wordpress-letters-of-title = in the title: { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
wordpress-to-draft = { $address }, to the draft "{ $title }"
wordpress-wide-table = a table of { $count } columns is a list now
wordpress-too-long = the text has { $size } kB, more than a file may have: divide it in WordPress and export again
wordpress-no-category = none; put into "{ $taken }"
wordpress-categories = "{ $taken }"; not taken: { $others }
wordpress-counted = { $comments ->
    [0] no comment
    [one] { $comments } comment
   *[other] { $comments } comments
}, { $others ->
    [0] no pingback
    [one] { $others } pingback
   *[other] { $others } pingbacks
}

## What is to be looked at

wordpress-failed = Text not imported
wordpress-failed-advice = Bring these texts by hand.
wordpress-no-alternative = Picture without a description
wordpress-no-alternative-advice = Write between the brackets of the picture, or in `alt`, what it shows: the caption or the title stands for it, and `urne check` points at pictures that have nothing.
wordpress-picture-missing = Picture missing
wordpress-picture-missing-advice = The picture is not in the folder given with --media, or is on another site; the text has a link to it. Put the file into media/ and replace the link by `![what it shows](media/…)` before the old site goes.
wordpress-file-missing = Document missing
wordpress-file-missing-advice = The document is not in the folder given with --media; the link still leads to the old site. Put the file into media/ and correct the link.
wordpress-file-refused = File refused
wordpress-file-refused-advice = A site may not have this file as it is; the reason is in parentheses. The link still leads to the old site.
wordpress-link-lost = Link to the old site
wordpress-link-lost-advice = The export has nothing at this address. The link still leads there: correct it or take it out.
wordpress-link-removed = Link taken out
wordpress-link-removed-advice = This link leads nowhere here, leads to a draft, or was in a caption; its words have stayed.
wordpress-shortcode = Shortcode taken out
wordpress-shortcode-advice = An extension of WordPress put something there; what it enclosed has stayed.
wordpress-dynamic = Block filled by WordPress
wordpress-dynamic-advice = WordPress wrote a list or a form there; now there is nothing.
wordpress-removed = Element taken out
wordpress-removed-advice = Forms, scripts and drawings cannot be brought.
wordpress-player = Video or other embedded content, now a link
wordpress-player-advice = Check the words of the link; for the video of an article `[video]` is better.
wordpress-plain = Passage without its form
wordpress-plain-advice = Every word is there; give it its form again where it lacks it.
wordpress-invisible = Invisible characters taken out
wordpress-invisible-advice = Read the passage again if it is in another script.
wordpress-title = Title missing or too long
wordpress-title-advice = Write a title.
wordpress-day = Day missing
wordpress-day-advice = The day of the import stands for it; correct `date`.
wordpress-category = Category chosen
wordpress-category-advice = An article has one category here; change `category` if another one fits better.
wordpress-address = Other address
wordpress-address-advice = Another text, or the site itself, is at the address that was wanted.
wordpress-alias = Old address that leads nowhere
wordpress-alias-advice = It cannot lead here (an address with "?", letters that are not Latin, or an address of the site itself): change the links that you know of.
wordpress-draft = Draft
wordpress-draft-advice = Take out `draft = true` when the text is to appear.
wordpress-parent = Page above not imported
wordpress-parent-advice = The page is no longer below this one.
wordpress-summary = Summary made of the first words
wordpress-summary-advice = Write a better one into `summary`.
wordpress-author = Author not imported
wordpress-author-advice = Pages have no author here; of others the export has only the login.
wordpress-tags = Tags not imported
wordpress-tags-advice = Urne has categories only.
wordpress-comments = Comments not imported
wordpress-comments-advice = Keep the export: they are in it.
wordpress-fields = Fields of extensions not imported
wordpress-fields-advice = They served extensions or the theme.
wordpress-sticky = Article on top of lists
wordpress-sticky-advice = Nothing is on top here.
