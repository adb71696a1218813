# What the program says of its work: the commands, a new site, the preview, files and folders.

## Files and folders

program-unreadable = { $path } cannot be read
program-unwritable = { $path } cannot be written
program-irreplaceable = { $path } cannot be replaced
program-unwatchable = { $folder } cannot be watched
program-incompressible = { $path } cannot be compressed
program-not-a-site = { $folder } holds something else than a built site: name an empty folder, or a new one

## What is asked for

program-public-url = write a path with a slash at both ends, such as /conflans/; the host is in site.json
program-slug = a slug has lower-case letters, digits and single hyphens only
program-levels = the levels are { $names }
program-sample = write a number of pages, from 1
program-port-number = write a number from 0 to 65535
program-ip = write an address of this computer, such as 127.0.0.1 or 0.0.0.0
program-round = write 1 or 2
program-moment-no-number = SOURCE_DATE_EPOCH is not a number
program-moment-out-of-range = SOURCE_DATE_EPOCH is out of range

## `urne new`

program-site-begun = { $count } files of a new site are in { $folder }. See it with:
program-file-begun = { $path } is there: open it, and fill in what is not said yet.
program-folder-missing = name the folder of the new site
program-folder-not-empty = { $folder } is not empty, there is `{ $found }`: name a new folder for the site
program-folder-taken = { $path } is there already: name a new folder
program-kind-unknown = nothing called `{ $what }` can be begun: write `article`, `event`, `page` or `result`
program-no-site = there is no site in { $folder }: go into its folder first, or make one with `urne new DIR`
program-title-missing = say what it is called, in quotes: `urne new article "Our new premises"`
program-title-empty = the title is empty
program-title-of-lines = a title is a text on one line
program-title-without-letters = the title `{ $title }` gives the file no name: there must be a letter in it
program-title-taken = { $path } is there already: choose another title

## `urne check` and `urne build`

program-pages = { $count } pages
program-no-problem = No problem in { $pages }{ $warnings ->
    [0] {""}
    [one] ; 1 warning
   *[other] ; { $warnings } warnings
}.
program-files-written = { $count } files written from { $pages }.
program-compressed = { $count } files compressed: { $plain } kB, { $br } kB as .br, { $gz } kB as .gz.
program-site-built = The site is in { $folder }, after { $time } s.
program-left-out = { $page } is { $publication }: left out.

## The app

program-without-app = this program carries no app: name the folder of one with --app, or build with `trunk build`
program-app-carried = the app in this program
program-app-in = the app in { $folder }
program-not-from-trunk = { $path } cannot be read: is this what Trunk built?
program-no-document = there is no index.html
program-document-no-text = index.html is no text

## `urne serve`

program-serving = { $url } shows the site; Ctrl+C ends it.
program-preview-built = { $pages } built in { $time } ms.
program-not-shown-yet = This page does not show your last change yet
program-server = the server
program-server-address = the address of the server
program-folder-of-preview = a folder for the site
program-port = port { $port } of { $address }
program-port-taken = port { $port } is taken by another program: name another one with --port

## `urne import contours`

program-outlines = { $count } territories written to { $path } ({ $size } bytes).

## `urne reserve`

program-reserve-problems = the content has mistakes: correct them first, `urne check` shows them
program-reserve-none = `reserve` is not in site.json: write the period there first, such as `"reserve": [{"{"} "from": "2026-03-14", "until": "2026-03-15" {"}"}]`
program-reserve-begun = the période de réserve has begun: it is too late to record what was published before
program-reserve-recorded = { $count ->
    [one] { $count } article is recorded
   *[other] { $count } articles are recorded
} in reserve.json: in the période de réserve no other will be published, and none will change.

## Why the system refuses

program-because = { $what }: { $why }
program-not-found = there is no such file or folder
program-not-permitted = access is denied, check the permissions of this file or folder
program-exists = there is a file or folder of this name already
program-disk-full = the disk is full
program-read-only = this disk is read-only
program-is-folder = this is a folder and not a file
program-is-no-folder = this is a file and not a folder
program-is-not-empty = the folder is not empty
program-address-taken = another program uses this port already
program-address-of-others = this address is not one of this computer
program-refused = the connection was refused
program-cut-off = the response was cut off
program-no-network = this address cannot be reached, check the connection
program-no-answer-in-time = no response in time
program-name-impossible = this file name is not possible on this system
program-no-card = the card of { $page } could not be made

program-editing = Open this address in your browser, and keep it to yourself: { $url }
    To end: Ctrl-C
program-schemas = { $count } schemas written into { $folder }
