# Ce que `urne doctor` dit d’un site publié.

-doctor-expected-url = écrivez celle du site, comme https://www.example.org ou https://host.example/conflans/

doctor-no-url = { $url } n’est pas une adresse : { -doctor-expected-url }
doctor-no-url-of-site = { $url } n’est pas l’adresse d’un site : { -doctor-expected-url }
doctor-threads = exécution en parallèle

## Ce qui ne va pas, et ce qu’il faut faire

doctor-no-response = aucune réponse
doctor-no-response-help = l’adresse est-elle juste, l’hébergeur fonctionne-t-il, son certificat est-il valable ? Essayez dans un navigateur
doctor-redirected = l’adresse du site mène à un autre site
doctor-redirected-help = examinez plutôt cette adresse-là ; écrivez-la aussi comme `base` dans content/site.json
doctor-folder = le site a été construit pour un autre dossier de l’hébergeur
doctor-folder-help = construisez-le avec `--public-url` et ce dossier, ou examinez sa propre adresse
doctor-page = une page manque
doctor-page-help = copiez tout le dossier dist/ et faites envoyer `x/index.html` à l’adresse `/x/`
doctor-data = les données d’une page manquent
doctor-data-help = copiez aussi dist/data/ : sans ce dossier, les liens chargent des pages entières ou ne marchent pas
doctor-asset = un fichier nécessaire à une page manque
doctor-asset-help = copiez tout le dossier dist/ d’une même construction, le code avant les pages
doctor-outside = une page mène hors du dossier du site
doctor-outside-help = construisez le site avec `--public-url` et ce dossier, et copiez tout le dossier dist/
doctor-policy = l’en-tête `Content-Security-Policy` de l’hébergeur interdit le style ou le script de démarrage d’une page
doctor-policy-help = copiez les fichiers .htaccess et _headers de cette construction, ou affichez de nouveau les règles avec `urne hosting`
doctor-redirect-loop = des redirections tournent en rond
doctor-redirect-loop-help = deux redirections se contredisent : supprimez-en une, d’ordinaire celle de la barre finale ou celle de `www`
doctor-slash = une adresse sans sa barre finale ne mène pas à sa page
doctor-slash-help = faites rediriger `/x` vers `/x/` là où un dossier `x` existe
doctor-soft-not-found = une adresse inconnue reçoit le code 200, comme si la page existait
doctor-soft-not-found-help = supprimez la règle qui envoie index.html pour toutes les adresses : ce site a un fichier pour chaque page
doctor-not-found-page = une adresse inconnue ne montre pas 404.html
doctor-not-found-page-help = indiquez à l’hébergeur le fichier 404.html du site comme page du code 404
doctor-base = le site donne une autre adresse pour la sienne
doctor-base-help = écrivez cette adresse comme `base` dans content/site.json, puis construisez et copiez de nouveau
doctor-list = robots.txt, sitemap.xml, le fil des actualités ou l’agenda manque ou ne peut pas être lu
doctor-list-help = copiez tout le dossier dist/ : ces fichiers sont à sa racine
doctor-type = type de fichier (MIME) faux
doctor-type-help = indiquez à l’hébergeur le type MIME de cette extension
doctor-no-cache = pas de durée de conservation par les navigateurs
doctor-cached-too-long = durée de conservation par les navigateurs trop longue
doctor-cached-too-short = durée de conservation par les navigateurs trop courte
doctor-cache-help = réglez `Cache-Control` : un an et `immutable` pour urne-….js et urne-…_bg.wasm, une minute pour les pages et les données
doctor-uncompressed = du texte est envoyé sans être compressé
doctor-uncompressed-help = copiez aussi les fichiers .br et .gz, et faites-les envoyer par l’hébergeur
doctor-other-coding = le contenu d’un fichier compressé n’est pas celui de l’original
doctor-other-coding-help = copiez les fichiers .br et .gz de la même construction que les autres
doctor-vary = il manque `Vary: Accept-Encoding` à une réponse compressée
doctor-vary-help = faites envoyer `Vary: Accept-Encoding` avec tout ce qui peut être compressé
doctor-not-https = le site n’est pas toujours envoyé en HTTPS
doctor-not-https-help = obtenez un certificat pour l’hébergeur et redirigez http:// vers https://
doctor-header = un en-tête de sécurité manque : `{ $name }`
doctor-header-help = faites-le envoyer avec chaque réponse, même les erreurs : il est dans les règles de chaque hébergeur
doctor-no-rules = l’hébergeur n’applique pas les règles du site
doctor-no-rules-found = { $count ->
    [one] la page n’a aucun de leurs en-têtes
   *[other] aucune des { $count } pages n’a un seul de leurs en-têtes
}
doctor-no-rules-help = envoyez aussi le fichier caché .htaccess (hébergement mutualisé, Apache) ou _headers (Netlify, Cloudflare), qui sont dans dist/ ; pour nginx, Caddy ou Amazon, `urne hosting` affiche les règles à copier ; GitHub Pages et GitLab Pages n’en appliquent pas, et le site marche quand même

## Ce qui a été trouvé

doctor-expected = { $found } ; attendu : { $expected }
doctor-expected-below = { $found } ; attendu : une adresse qui commence par { $base }
doctor-nothing = rien
doctor-no-host = aucun hébergeur ne porte ce nom
doctor-no-certificate = le certificat n’est pas valable ({ $error })
doctor-status = code { $status }
doctor-status-to = code { $status } vers { $location }
doctor-unknown-coding = compressé en { $coding }, qui n’était pas demandé
doctor-undecodable = annoncé comme { $coding }, mais ce n’en est pas : { $error }
doctor-coded-otherwise = { $coding } : une autre page
doctor-no-header = pas de `{ $header }`
doctor-br-or-gzip = br ou gzip
doctor-not-of-urne = ce n’est pas une page construite par Urne
doctor-built-for = construit pour { $built } et non pour { $folder }
doctor-no-xml = ce n’est pas du XML : { $error }
doctor-no-json = ce qui est envoyé n’est pas du JSON
doctor-no-calendar = ce n’est pas un agenda de la première à la dernière ligne
doctor-one-page = aucune page après la première
doctor-other-404 = une autre page avec le code 404
doctor-other-page = une autre page est envoyée à sa place
doctor-canonical = adresse `canonical` : { $url }
doctor-other-style = son style ou son script de démarrage n’est pas parmi ceux que nomme `Content-Security-Policy`
doctor-leads-to = mène à { $url }
doctor-still-at = toujours à { $path } après { $count } redirections

## Le rapport

doctor-more = { $count ->
    [one] … et { $count } autre
   *[other] … et { $count } autres
}
doctor-checked = { $base } : { $seen } { $seen ->
    [one] page examinée
   *[other] pages examinées
} sur { $pages }, et { $files ->
    [one] { $files } autre fichier
   *[other] { $files } autres fichiers
} ; { $kinds ->
    [0] aucun problème trouvé.
    [one] { $kinds } sorte de problème trouvée.
   *[other] { $kinds } sortes de problèmes trouvées.
}
doctor-guide = docs/fr/publier.md explique comment régler chaque hébergeur ; certains ne peuvent pas envoyer d’en-têtes.
doctor-heavy = les images d’une page pèsent trop pour un téléphone
doctor-heavy-found = { $size } ko d’images
doctor-heavy-help = enregistrez les plus grandes images en 1600 pixels de large au plus, en JPEG ou WebP, en qualité moindre
