# Ce que le programme dit de son travail : les commandes, un nouveau site, l’aperçu, les fichiers et les dossiers.

## Fichiers et dossiers

program-unreadable = impossible de lire { $path }
program-unwritable = impossible d’écrire { $path }
program-irreplaceable = impossible de remplacer { $path }
program-unwatchable = impossible de suivre les changements de { $folder }
program-incompressible = impossible de compresser { $path }
program-not-a-site = { $folder } contient autre chose qu’un site déjà construit : indiquez un dossier vide, ou un nouveau dossier

## Ce qui est demandé

program-public-url = écrivez un chemin avec une barre oblique aux deux bouts, comme /conflans/ ; le nom de l’hébergeur est dans site.json
program-slug = ce nom s’écrit en lettres minuscules sans accents, chiffres et traits d’union isolés
program-levels = les niveaux possibles sont { $names }
program-sample = écrivez un nombre de pages, à partir de 1
program-port-number = écrivez un nombre de 0 à 65535
program-ip = écrivez une adresse de cet ordinateur, comme 127.0.0.1 ou 0.0.0.0
program-round = écrivez 1 ou 2
program-moment-no-number = SOURCE_DATE_EPOCH n’est pas un nombre
program-moment-out-of-range = SOURCE_DATE_EPOCH n’est pas une date possible

## `urne new`

program-site-begun = { $count ->
    [one] { $count } fichier d’un nouveau site est dans { $folder }. Pour le voir :
   *[other] Les { $count } fichiers d’un nouveau site sont dans { $folder }. Pour le voir :
}
program-file-begun = { $path } est créé : ouvrez-le et complétez ce qui manque.
program-folder-missing = indiquez le dossier du nouveau site
program-folder-not-empty = { $folder } n’est pas vide, il contient `{ $found }` : indiquez un nouveau dossier pour le site
program-folder-taken = { $path } existe déjà : indiquez un nouveau dossier
program-kind-unknown = `{ $what }` n’est pas quelque chose que l’on peut commencer : écrivez `article`, `event` (événement), `page` ou `result` (résultat)
program-no-site = il n’y a pas de site dans { $folder } : placez-vous d’abord dans son dossier, ou créez un site avec `urne new DOSSIER`
program-title-missing = donnez un titre, entre guillemets : `urne new article "Nos nouveaux locaux"`
program-title-empty = le titre est vide
program-title-of-lines = un titre tient sur une seule ligne
program-title-without-letters = le titre `{ $title }` ne donne pas de nom au fichier : il lui faut au moins une lettre
program-title-taken = { $path } existe déjà : choisissez un autre titre

## `urne check` et `urne build`

program-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
program-no-problem = Aucune erreur dans { $pages }{ $warnings ->
    [0] {""}
    [one]  ; { $warnings } avertissement
   *[other]  ; { $warnings } avertissements
}.
program-files-written = { $count ->
    [one] { $count } fichier écrit pour { $pages }.
   *[other] { $count } fichiers écrits pour { $pages }.
}
program-compressed = { $count ->
    [one] { $count } fichier compressé
   *[other] { $count } fichiers compressés
} : { $plain } ko, dont il reste { $br } ko en .br et { $gz } ko en .gz.
program-site-built = Le site est dans { $folder }, après { $time } s.
program-left-out = { $page } n’est pas dans le site : { $publication }.

## L’application

program-without-app = ce programme ne contient pas l’application : indiquez son dossier avec --app, ou construisez le site avec `trunk build`
program-app-carried = l’application contenue dans ce programme
program-app-in = l’application du dossier { $folder }
program-not-from-trunk = impossible de lire { $path } : est-ce bien ce que Trunk a construit ?
program-no-document = index.html manque
program-document-no-text = index.html n’est pas un texte

## `urne serve`

program-serving = { $url } montre le site ; Ctrl+C pour arrêter.
program-preview-built = { $pages } en { $time } ms.
program-not-shown-yet = Cette page ne montre pas encore votre dernière modification
program-server = le serveur
program-server-address = l’adresse du serveur
program-folder-of-preview = un dossier pour le site
program-port = port { $port } de { $address }
program-port-taken = le port { $port } est pris par un autre programme : indiquez-en un autre avec --port

## `urne import contours`

program-outlines = { $count ->
    [one] { $count } territoire écrit
   *[other] { $count } territoires écrits
} dans { $path } ({ $size } octets).

## `urne reserve`

program-reserve-problems = le contenu a des erreurs : corrigez-les d’abord, `urne check` les montre
program-reserve-none = `reserve` n’est pas dans site.json : écrivez-y d’abord la période, comme `"reserve": [{"{"} "from": "2026-03-14", "until": "2026-03-15" {"}"}]`
program-reserve-begun = la période de réserve a commencé : il est trop tard pour noter ce qui était publié avant
program-reserve-recorded = { $count ->
    [one] { $count } article est noté
   *[other] { $count } articles sont notés
} dans reserve.json : pendant la période de réserve, aucun autre ne sera publié, et aucun ne changera.

## Pourquoi le système refuse

program-because = { $what } : { $why }
program-not-found = ce fichier ou ce dossier n’existe pas
program-not-permitted = l’accès est refusé, vérifiez les droits sur ce fichier ou ce dossier
program-exists = il y a déjà un fichier ou un dossier de ce nom
program-disk-full = le disque est plein
program-read-only = ce disque est en lecture seule
program-is-folder = c’est un dossier et non un fichier
program-is-no-folder = c’est un fichier et non un dossier
program-is-not-empty = le dossier n’est pas vide
program-address-taken = un autre programme utilise déjà ce port
program-address-of-others = cette adresse n’est pas celle de cet ordinateur
program-refused = la connexion est refusée
program-cut-off = l’envoi a été interrompu
program-no-network = cette adresse ne peut pas être atteinte, vérifiez la connexion
program-no-answer-in-time = pas de réponse à temps
program-name-impossible = ce nom de fichier n’est pas possible sur ce système
program-no-card = l’image de partage de { $page } n’a pas pu être faite

program-editing = Ouvrez cette adresse dans votre navigateur, et gardez-la pour vous : { $url }
    Pour finir : Ctrl-C
program-schemas = { $count } schémas écrits dans { $folder }
