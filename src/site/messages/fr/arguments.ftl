# Ce que l’on peut demander au programme : son aide, et ce qui ne va pas dans ce qui est demandé.

arguments-about = Le site d’une section, d’une association ou d’une commune : actualités, rendez-vous et résultats d’élections

## Commandes

arguments-new = Commencer un site, ou un article, un rendez-vous, une page ou un résultat de ce site
arguments-serve = Montrer le site sur cet ordinateur, à jour dès qu’un fichier change
arguments-check = Signaler toutes les erreurs des contenus, sans rien écrire
arguments-build = Vérifier les contenus, puis écrire tout le site dans un dossier pour l’hébergeur
arguments-reserve = Noter les articles tels qu’ils sont avant une « période de réserve », pour qu’aucun ne change pendant ce temps
arguments-import = Faire des contenus avec des fichiers publiés ailleurs
arguments-contours = Contours de territoires, tirés d’un fichier GeoJSON (WGS 84, propriétés `code` et `nom`)
arguments-results = Résultats de nombreux territoires, mis dans les tableaux d’une élection
arguments-candidates = Noms, nuances et titres des listes, ajoutés par leurs panneaux à des résultats déjà importés
arguments-wordpress = Articles et pages d’un site WordPress, tirés de son export (WXR)
arguments-doctor = Examiner le site publié, par HTTP, et dire comment corriger chaque défaut
arguments-hosting = Afficher les règles du site (conservation, types, sécurité) pour un hébergeur
arguments-help-command = Afficher cette aide, ou celle d’une commande

## Ce qui s’écrit avec elles

arguments-content = Le dossier des contenus
arguments-public-url = Le dossier de l’hébergeur où est le site, comme /conflans/
arguments-language = La langue des messages ; sans elle, celle du site, sinon celle de l’ordinateur
arguments-help = Afficher l’aide, en bref avec -h
arguments-version = Afficher la version
arguments-what = Le dossier du nouveau site, ou ce qu’il faut commencer : `article`, `event` (rendez-vous), `page` ou `result` (résultat)
arguments-title = Le titre de ce qui est commencé
arguments-name = Le nom du nouveau site
arguments-new-usage =
    urne new DOSSIER [--name NOM]
    {"              "}urne new <article|event|page|result> TITRE
arguments-port = Le port ; sans lui, 8080 ou le premier qui est libre ensuite
arguments-address = L’adresse du serveur ; avec une autre que 127.0.0.1, d’autres ordinateurs voient le site aussi
arguments-format = La forme des messages
arguments-format-full = Avec les lignes fautives, pour être lus
arguments-format-short = Un par ligne : `fichier:ligne:colonne: erreur : ce qui ne va pas ; ce qu’il faut faire`
arguments-format-json = Une liste, pour d’autres programmes
arguments-format-github = Des annotations de GitHub Actions
arguments-into = Le dossier à écrire : nouveau, vide, ou celui de la construction précédente
arguments-uncompressed = Ne pas écrire les copies compressées que les hébergeurs envoient à la plupart des navigateurs
arguments-url = L’adresse du site, comme `https://www.example.org` ou `https://host.example/conflans/`
arguments-sample = N’examiner que ce nombre de pages, réparties également
arguments-rehearsal = Ce n’est pas encore l’adresse du site : il peut en donner une autre pour la sienne
arguments-host = L’hébergeur, ou le logiciel du serveur
arguments-host-nginx = Un fichier à inclure dans un bloc `server` de nginx
arguments-host-caddy = Un fichier à importer dans le bloc d’un site de Caddy
arguments-host-apache = Un fichier .htaccess, pour un hébergeur qui le veut ailleurs que dans le site construit
arguments-host-s3 = Le script qui copie le site chez Amazon S3
arguments-host-cloudfront = Le modèle CloudFormation d’une distribution devant lui
arguments-geojson = Le fichier GeoJSON
arguments-map = Le nom de la carte : minuscules sans accent, chiffres et traits d’union
arguments-outlines-source = Qui a dessiné les contours et de quelle année ils sont, comme les lecteurs le liront
arguments-published = Le fichier tel qu’il a été publié : CSV, XLS, XLSX ou JSON, même compressé (.gz)
arguments-list = La liste telle qu’elle a été publiée : CSV, XLS, XLSX ou JSON, même compressée (.gz)
arguments-election = L’élection : le nom de son fichier dans results/, sans .json
arguments-round = Le tour
arguments-within = Ne garder que ce département, cette circonscription ou cette commune
arguments-accept = Garder les lignes et les versions qui se contredisent, et le dire aux lecteurs
arguments-level = Le niveau du tableau, si un classeur en a plusieurs : `communes`, `departments`
arguments-export = L’export de WordPress : un fichier .xml
arguments-uploads = La copie de wp-content/uploads, où sont les images et les documents
arguments-account = Où écrire le compte rendu ; sans cela, import-wordpress.md à côté du dossier des contenus
arguments-sheet = La feuille du classeur à lire ; sans elle, celle de ce tour
arguments-replace = Mettre les titres publiés à la place de ceux du tableau des candidats

## Comment se nomme ce qui est à écrire

arguments-command = COMMANDE
arguments-folder = DOSSIER
arguments-path = CHEMIN
arguments-file = FICHIER
arguments-language-name = LANGUE
arguments-format-name = FORME
arguments-host-name = HÉBERGEUR
arguments-title-name = TITRE
arguments-name-name = NOM
arguments-source = SOURCE
arguments-election-name = ÉLECTION
arguments-round-name = TOUR
arguments-level-name = NIVEAU

## Autour

# Clap écrit lui-même les deux-points.
arguments-commands = Commandes{" "}
arguments-arguments = Arguments{" "}
arguments-options = Options{" "}
arguments-usage = Utilisation :
arguments-default = [par défaut : { $values }]
arguments-possible = [au choix : { $values }]
arguments-possible-list = Au choix :
arguments-possible-item = - { $value } : { $help }

## Ce qui ne va pas dans ce qui est demandé

arguments-unexpected = `{ $argument }` n’est pas attendu ici
arguments-no-command = `{ $command }` n’est pas une commande
arguments-missing = il manque { $arguments }
arguments-value-missing = il faut une valeur après { $argument }
arguments-no-value = `{ $value }` ne convient pas à { $argument }
arguments-choose = écrivez l’un de ceux-ci : { $values }
arguments-conflict = { $argument } ne va pas avec { $other }
arguments-twice = { $argument } est écrit deux fois
arguments-unreadable = ce qui est demandé ne peut pas être lu
arguments-more = `{ $command } --help` montre tout ce qui est possible.

arguments-edit = Édite le contenu dans un navigateur, avec les réponses de `urne check` à côté des champs
arguments-schema = Écrit les schémas JSON des fichiers, pour les éditeurs de texte
arguments-schema-into = Le dossier où les écrire
