"""Lay stories out as pages, render them, write the site."""
