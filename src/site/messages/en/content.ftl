# What is wrong with the site, its texts, pictures and files, and with what they refer to.

# What fields describe.
content-site = the site
content-article = an article
content-event = an event
content-page = a page
content-session = a session
content-person = a person
content-picture = a picture
content-recording = a recording
content-link = a link
content-result = a result
content-host = who hosts the site
content-account = an account on another site

# Values that an editor writes.
content-featured = a result: the name of its file, and the round if not the last
content-language = a language that the pages speak: French only, so far
content-base = the URL of a host, without a path
content-base-folder = `base` has a folder
content-base-folder-found = `{ $folder }` is too much
content-base-folder-help = write `"{ $base }"`, then build the site with `urne build --public-url { $folder }`
content-base-example = `base` is still an address for examples
content-base-example-found = nobody will find the site at this address
content-base-example-help = write the address of the site, such as `"https://www.your-name.org"`; the feed, the sitemap and shared previews need it
content-base-insecure = browsers will call this site insecure
content-base-insecure-found = this address begins with http://
content-time-zone = the name of a time zone
content-time-zone-example = "Europe/Paris", or "Indian/Reunion"
content-phone = a telephone number, its digits in pairs or not
content-icon = the icon is no drawing
content-icon-found = it does not end with `.svg`
content-icon-help = save it as SVG, which is sharp at every size, and small

# Articles and events.
content-no-summary = this article has no summary for lists
content-no-summary-found = neither `summary` nor a text before a cut
content-no-summary-help = add `summary`, or the line `<!-- more -->` after the first paragraphs
content-day-to-come = this article is dated in the future
content-day-to-come-found = today is { $today }
content-day-to-come-help = correct the date, or add `publish_at` to publish the article later
content-did-not-stand = nobody of this name stood
content-did-not-stand-found = no such name in: { $election }
content-did-not-stand-help = write the name as the pages of that election do
content-nothing-before = there is nothing to compare with
content-nothing-before-found = this site has no earlier election of this kind
content-nothing-before-help = remove `compared`, or give both elections the same `kind`
content-far-year = check the year
content-far-year-found = { $year } is far from today and from everything else on the site
content-far-year-help = correct the year; if it is right, there is nothing to do
content-ends-first = the event ends before it begins
content-ends-first-found = it begins { $start }
content-ends-first-help = correct `start` or `end`

# When something is published.
content-published = published
content-published-from = published from { $moment }
content-draft = a draft
content-unpublished = this page is not published yet
content-unpublished-found = { $page } is { $publication }
content-unpublished-help = publish both at the same time, or leave it out until then

# Files and their names.
content-unexpected-file = unexpected file
content-unexpected-file-help = articles are news/*.md, events events/*.md, pages pages/*.md, results results/*.json, their tables results/<election>/*.csv, outlines contours/*.json, pictures media/*, files of the host static/*
content-two-endings = the real name of this file is `{ $name }`
content-two-endings-help = rename it to `{ $name }`. Windows often hides the end of names: in the Explorer, View, Show, tick “File name extensions”; in Notepad, choose “All files” when saving
content-no-ending = the name of a text ends with `.md`
content-no-ending-help = rename it to `{ $name }`
content-document = documents of word processors and PDFs make no pages
content-document-help = begin a text with `urne new article "Title"`, and paste that of the document into it; to offer it for download, put it into media/ and link to it: `[The report](/media/report.pdf)`
content-sheet = workbooks make no pages
content-sheet-help = for results, take it out of the folder and import it with `urne import results`; to offer it for download, put it into media/
content-picture-help = put pictures into media/
content-folder-unreadable = this folder cannot be read: { $error }
content-folder-unreadable-help = check that the folder exists and can be read
content-symbolic-link = symbolic links are not followed
content-symbolic-link-help = put the file itself into the content
content-no-slug = `{ $name }` cannot be part of a URL
content-no-slug-help = name the file with lower-case letters without accents, digits and hyphens
content-no-url = this file's name cannot be part of a URL
content-no-url-help = name it with letters without accents, digits, `-`, `_` and `.`
content-other-slug = the slug is not the file's name
content-other-slug-found = the file is called `{ $slug }`
content-other-slug-help = rename the file, or write `{ $slug }`, or leave the field out
content-slug-taken = the slug `{ $slug }` is taken by `{ $by }`
content-slug-taken-help = rename one of the two files: its name is the page’s URL
content-path-taken = this path is taken
content-path-taken-found = { $url } is used by the site itself
content-path-taken-help = rename the file
content-url-taken = the URL `{ $url }` is taken
content-url-taken-help = rename it, or leave it out: the site has something of its own there
content-no-election = there is no election `{ $election }`
content-no-election-help = write the election’s own file, or correct the name of the folder
content-no-table = this is not the name of a table
content-no-table-help = tables are round-1-communes.csv, round-1-communes-candidates.csv, round-1-candidates.csv and the like (docs/import.md)

# Pictures.
content-no-alternative = the picture has no alternative text
content-no-alternative-found = nothing describes it
content-no-alternative-help = add `alt`: what the picture shows, for those who do not see it
content-no-such-picture = this picture does not exist
content-no-such-picture-help = put the file into the content’s `media/` folder
content-no-picture = this file is no picture
content-no-picture-found = it has no size
content-no-picture-help = use a JPEG, PNG, WebP, AVIF, GIF or SVG file
content-no-size = the size of this picture cannot be read
content-no-size-help = save it again as JPEG, PNG, WebP, or as SVG with width and height
content-slow-picture = this picture has { $size } kB, which a phone waits for
content-slow-picture-help = save it again as JPEG or WebP, at most 1600 pixels wide, with less quality
content-active-file = a browser would run what is in this file
content-active-file-help = make it a page in `pages/`, or a PDF; save drawings as SVG

# Drawings.
content-svg-doctype = this SVG file has a document type
content-svg-doctype-found = it begins here
content-svg-doctype-help = delete `<!DOCTYPE …>`, or save the drawing as “plain SVG”
content-svg-instruction = an SVG file may not contain processing instructions
content-svg-active = an SVG file may hold drawings only
content-svg-changes-links = an SVG file may not change links
content-svg-style-loads = the style of an SVG file may not load anything
content-svg-handler = an SVG file may not have event handlers
content-svg-leads = an SVG file may not lead to other files or sites
content-svg-runs = an SVG file may not run anything
content-svg-found = a browser would run or load this
content-svg-help = save the drawing as “plain SVG” without scripts, links and linked files, or as PNG

# Links, and results and events that are embedded or featured.
content-no-target = this link leads nowhere
content-no-target-found = nothing is at `{ $path }`
content-no-target-help = write a page as `/actualites/…/`, a file as `/media/…`, another site as `https://…`
content-no-page-help = link to a page that exists
content-no-slash-help = end it with a slash: `{ $path }`
content-no-anchor-found = no element has the id `{ $link }`
content-no-anchor-help = to lead to a heading of this page, write `#section-` and its words, in lower case without accents, with hyphens between them
content-no-such-file = there is no `{ $path }`
content-no-such-page-help = write the name of a file in `{ $folder }` without its ending
content-no-such-election = this election does not exist
content-no-such-event = this event does not exist
content-no-such-round = this round does not exist
content-no-such-round-found = `{ $path }` has no round { $round }
content-no-such-round-help = write the number of one of its rounds
content-featured-round-help = write the number of one of its rounds, or leave `round` out for the last

# Outlines that an election names.
content-no-such-outlines = these outlines do not exist
content-no-such-outlines-help = import outlines with `urne import contours` (docs/content.md)
content-without-outline = { $count } territories of round { $round } have no outline
content-without-outline-found = without outline: { $names }
content-without-outline-help = name outlines of the year of the figures: communes merge and split
content-other-outlines = these outlines are of other territories
content-other-outlines-found = none of its territories is in the tables beside this election
content-other-outlines-help = name the outlines of the territories that are, or leave `contours` out
content-program = this is a program, or a file of the system
content-program-help = remove it: visitors need no such file
content-heic = this picture is in the format of iPhones (HEIC), which most browsers do not show
content-heic-help = save it as JPEG; on the iPhone: Settings, Camera, Formats, “Most Compatible”
content-large-file = this file has { $size } MB
content-large-file-help = keep it below { $most } MB: put recordings where they are shown, and link to them
content-large-picture = this picture has { $width } × { $height } pixels
content-large-picture-help = save it at most 4000 pixels wide: no screen shows more
content-cut-off = this picture is cut off
content-cut-off-help = copy it again: the end of the file is missing
content-not-read = { $error }
content-not-read-help = make this file readable, or delete it
content-not-kept = what is made of this picture cannot be kept: { $error }
content-not-kept-help = name a folder in URNE_CACHE into which the program can write
content-place = this file says where it was made
content-place-help = save a picture as JPEG in `media/`, where the place is removed; remove the place of a video on the telephone, before it is sent
content-rule = a rule of repetition (RRULE of RFC 5545)
content-rule-example = "FREQ=WEEKLY" (every week), "FREQ=MONTHLY;BYDAY=1SA" (the first Saturday of each month), followed if need be by ";UNTIL=20171231" or ";COUNT=10"
content-no-day = this rule gives no day
content-no-day-found = no day since `start`
content-no-day-help = correct the rule, or remove days from `except`
content-updated-first = the article is changed before it is published
content-updated-first-found = `date` is { $date }
content-updated-first-help = correct `date` or `updated`
content-reserve = a période de réserve
content-reserve-backwards = this period ends before it begins
content-reserve-backwards-found = it begins at { $from }
content-reserve-backwards-help = correct `from` or `until`
content-record = this is not the file that `urne reserve` writes
content-record-help = delete it, and run `urne reserve` again before the period begins
content-alias = an old address of this page, without a question mark or a percent sign, or a list of old addresses

# The editor in the browser

content-service = a service: `"github"`, `"gitlab"` or `"gitea"`
content-repository = a repository with its owner
content-admin = the setting of the editor in the browser
content-no-app = GitHub has no `app_id`
content-no-app-found = it is of GitLab and Gitea
content-no-app-help = remove this field: without `sign_in` people sign in to GitHub with a token
content-no-sign-in = `sign_in` is for GitHub only
content-no-sign-in-found = this service signs in by itself
content-no-sign-in-help = remove this field, and write `app_id` if need be
content-admin-taken = `/admin/` is the address of the editor
content-admin-taken-help = name it otherwise, or remove `admin` from site.json
