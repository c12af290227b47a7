"""Each place's page, and the pages of those who shape the places; below the area's address."""

from django.urls import path

from .views import base_map, boundaries, description, homes, lists, map_files, public, tree

urlpatterns = [
    path("place/<int:pk>/", public.place, name="place"),
    path("places/", tree.tree, name="places"),
    path("places/new/", tree.add_at_top, name="place-add"),
    path("places/<int:pk>/", tree.edit, name="place-edit"),
    path("places/<int:pk>/new/", tree.add_below, name="place-add-below"),
    path("places/<int:pk>/end/", tree.end, name="place-end"),
    path("places/area/", description.describe, name="area-describe"),
    path("places/homes/", homes.homes, name="homes"),
    path("places/homes/list.csv", homes.download, name="homes-download"),
    path("places/lists/", lists.upload, name="dwelling-lists"),
    path("places/lists/empty.csv", homes.empty_csv, name="dwelling-list-csv"),
    path("places/lists/empty.xlsx", homes.empty_workbook, name="dwelling-list-xlsx"),
    path("places/lists/<int:pk>/", lists.look, name="dwelling-list"),
    path("places/lists/<int:pk>/columns/", lists.columns, name="dwelling-list-columns"),
    path("places/lists/<int:pk>/carry-out/", lists.carry_out, name="dwelling-list-carry-out"),
    path("places/lists/<int:pk>/drop/", lists.drop, name="dwelling-list-drop"),
    path("places/lists/<int:pk>/take-back/", lists.take_back, name="dwelling-list-take-back"),
    path("places/boundaries/", boundaries.boundaries, name="boundaries"),
    path("places/boundaries/new/", boundaries.add, name="boundary-add"),
    path("places/boundaries/<int:pk>/end/", boundaries.end, name="boundary-end"),
    path("places/map.json", base_map.base_map, name="base-map"),
    path("places/buildings/", map_files.upload, name="map-files"),
    path("places/buildings/<int:pk>/", map_files.look, name="map-file"),
    path("places/buildings/<int:pk>/take-in/", map_files.take_in, name="map-file-take-in"),
    path("places/buildings/<int:pk>/drop/", map_files.drop, name="map-file-drop"),
    path("places/buildings/<int:pk>/take-back/", map_files.take_back, name="map-file-take-back"),
]
