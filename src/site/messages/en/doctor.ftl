# What `urne doctor` says of a published site.

-doctor-expected-url = expected the URL of a site, such as https://www.example.org or https://host.example/conflans/

doctor-no-url = { $url } is not a URL: { -doctor-expected-url }
doctor-no-url-of-site = { $url } is not the URL of a site: { -doctor-expected-url }
doctor-threads = threads

## What is wrong, and what to do about it

doctor-no-response = no response
doctor-no-response-help = is the URL right, is the host running, is its certificate valid? Try it in a browser
doctor-redirected = the URL of the site redirects to another site
doctor-redirected-help = check that URL instead; it also belongs in `base` of content/site.json
doctor-folder = the site was built for another folder of its host
doctor-folder-help = build it with `--public-url` and this folder, or check its own URL
doctor-page = a page is missing
doctor-page-help = copy all of dist/ and have the host serve `x/index.html` at `/x/`
doctor-data = the data of a page is missing
doctor-data-help = copy dist/data/ as well: without it, links load whole pages or fail
doctor-asset = a file that a page needs is missing
doctor-asset-help = copy the whole folder dist/ of one build, code before pages
doctor-outside = a page leads out of the folder of the site
doctor-outside-help = build it with `--public-url` and this folder, and copy all of dist/
doctor-policy = the Content-Security-Policy of the host forbids the style or the loader of a page
doctor-policy-help = copy .htaccess and _headers of this build, or print the rules again
doctor-redirect-loop = redirect loop
doctor-redirect-loop-help = two redirects contradict each other: remove one, usually that of slashes or `www`
doctor-slash = a URL without its trailing slash does not redirect to its page
doctor-slash-help = have the host redirect `/x` to `/x/` where a folder `x` exists
doctor-soft-not-found = an unknown URL is answered with status 200
doctor-soft-not-found-help = remove the rule that serves index.html for every URL: this site has a file for each page
doctor-not-found-page = an unknown URL is not answered with 404.html
doctor-not-found-page-help = name the 404.html of the site as the host's page for status 404
doctor-base = the site states another URL as its own
doctor-base-help = write this host as `base` in content/site.json, build and copy again
doctor-list = robots.txt, sitemap.xml, the feed or the calendar is missing or unreadable
doctor-list-help = copy the whole folder dist/: these files are at its root
doctor-type = wrong MIME type
doctor-type-help = set the MIME type for this extension
doctor-no-cache = no cache lifetime
doctor-cached-too-long = cache lifetime too long
doctor-cached-too-short = cache lifetime too short
doctor-cache-help = set Cache-Control: a year and `immutable` for urne-….js and urne-…_bg.wasm, a minute for pages and data
doctor-uncompressed = text is sent uncompressed
doctor-uncompressed-help = copy the files .br and .gz too and have the host send them
doctor-other-coding = a compressed file has other content than the original
doctor-other-coding-help = copy the files .br and .gz of the same build as their files
doctor-vary = a compressed response lacks `Vary: Accept-Encoding`
doctor-vary-help = send `Vary: Accept-Encoding` with whatever may be compressed
doctor-not-https = the site is not always served over HTTPS
doctor-not-https-help = get a certificate for the host and redirect http:// to https://
doctor-header = a security header is missing: { $name }
doctor-header-help = send it with every response, errors too: it is among the rules of each host
doctor-no-rules = the host does not apply the rules of the site
doctor-no-rules-found = { $count ->
    [one] the page has none of their headers
   *[other] none of the { $count } pages has any of their headers
}
doctor-no-rules-help = upload the hidden file .htaccess (shared hosting, Apache) or _headers (Netlify, Cloudflare) too, which are in dist/; for nginx, Caddy or Amazon `urne hosting` prints the rules to copy; GitHub Pages and GitLab Pages apply none, and the site works all the same

## What was found

doctor-expected = { $found }, expected { $expected }
doctor-expected-below = { $found }, expected a URL below { $base }
doctor-nothing = nothing
doctor-no-host = there is no host of this name
doctor-no-certificate = the certificate is not valid ({ $error })
doctor-status = status { $status }
doctor-status-to = status { $status } to { $location }
doctor-unknown-coding = compressed as { $coding }, which was not asked for
doctor-undecodable = called { $coding }, but it is not: { $error }
doctor-coded-otherwise = { $coding }: another page
doctor-no-header = no { $header }
doctor-br-or-gzip = br or gzip
doctor-not-of-urne = not a page built by Urne
doctor-built-for = built for { $built }, not for { $folder }
doctor-no-xml = no XML: { $error }
doctor-no-json = what is sent is no JSON
doctor-no-calendar = no calendar from its first to its last line
doctor-one-page = no page but the first
doctor-other-404 = another page with status 404
doctor-other-page = another page is sent in its place
doctor-canonical = canonical { $url }
doctor-other-style = its style or its loader is none of those that Content-Security-Policy names
doctor-leads-to = leads to { $url }
doctor-still-at = still at { $path } after { $count } redirects

## The report

doctor-more = … and { $count } more
doctor-checked = { $base }: { $seen } of { $pages } pages and { $files } other files checked; { $kinds ->
    [0] no problem was found.
    [one] 1 kind of problem was found.
   *[other] { $kinds } kinds of problems were found.
}
doctor-guide = docs/deploy.md says how each host is set up; some hosts cannot send headers.
doctor-heavy = the pictures of a page weigh too much for a phone
doctor-heavy-found = { $size } kB of pictures
doctor-heavy-help = save the largest pictures at most 1600 pixels wide, as JPEG or WebP with less quality
